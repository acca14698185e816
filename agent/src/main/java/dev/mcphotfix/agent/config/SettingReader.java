package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Node.Kind;
import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.json.Spelling;
import dev.mcphotfix.agent.log.Severity;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds each setting's effective value: option, then file, then default. */
record SettingReader(OptionValues options, @Nullable Node file, Problems problems) {

  private static final List<String> GRANTS =
      List.of(
          "refresh_token", "authorization_code", "urn:ietf:params:oauth:grant-type:device_code");

  Setting<Mode> mode() {
    return oneOf(Option.MODE, Mode.values(), Mode.OFF);
  }

  Setting<Severity> logLevel() {
    return oneOf(Option.LOG_LEVEL, Severity.values(), Severity.INFO);
  }

  /** The constant whose name, in small letters, is the value. */
  private <E extends Enum<E>> Setting<E> oneOf(Option option, E[] all, E otherwise) {
    Setting<String> setting = find(option);
    List<String> words = new ArrayList<>();
    for (E each : all) {
      String word = each.name().toLowerCase(Locale.ROOT);
      if (word.equals(setting.value())) {
        return new Setting<>(each, setting.origin());
      }
      words.add(word);
    }
    unknown(setting, option, words);
    return new Setting<>(otherwise, setting.origin());
  }

  /** That word or off. */
  Setting<Boolean> either(Option option, String on) {
    Setting<String> setting = find(option);
    boolean isOn = setting.value().equals(on);
    if (!isOn && !setting.value().equals("off")) {
      unknown(setting, option, List.of(on, "off"));
    }
    return new Setting<>(isOn, setting.origin());
  }

  /** Where nothing else is said, a trace wants to be told what no hook sees. */
  Setting<WitnessTime> witness(Setting<Boolean> trace) {
    Setting<String> setting = find(Option.WITNESS);
    if (trace.value() && setting.origin().equals(Origin.DEFAULT)) {
      return new Setting<>(WitnessTime.ON, trace.origin());
    }
    WitnessTime time = WitnessTime.parse(setting.value());
    if (time == null) {
      problems.add(setting.origin(), Option.WITNESS.key(), WitnessTime.expected(setting.value()));
    }
    return new Setting<>(time == null ? WitnessTime.OFF : time, setting.origin());
  }

  /**
   * Where the log goes.
   *
   * @param folder of the agent's own file, at which a relative path in that file starts
   */
  Setting<LogTarget> log(@Nullable File folder, String home) {
    Setting<String> setting = find(Option.LOG);
    String text = setting.value();
    boolean json = text.startsWith("json:");
    LogTarget target = new LogTarget(LogTarget.Kind.STDERR, "");
    if (text.equals("host")) {
      target = new LogTarget(LogTarget.Kind.HOST, "");
    } else if (text.length() > 5 && (json || text.startsWith("file:"))) {
      File start = options.find(Option.LOG) == null ? folder : null;
      String path = InputFile.resolve(text.substring(5), start, home).getPath();
      target = new LogTarget(json ? LogTarget.Kind.JSON : LogTarget.Kind.FILE, path);
    } else if (!text.equals("stderr")) {
      problems.add(
          setting.origin(),
          Option.LOG.key(),
          "expected stderr, host, file:PATH or json:PATH, found " + Spelling.quoted(text));
    }
    return new Setting<>(target, setting.origin());
  }

  Setting<List<String>> grants() {
    return list("grants", GRANTS, List.of("refresh_token"));
  }

  Setting<List<String>> http(List<String> known) {
    return list("http", known, known);
  }

  /** Names of packages, without a dot at the end. */
  Setting<List<String>> relocated() {
    return list("relocated", null, List.of());
  }

  private static boolean isPackage(String name) {
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' ? start : !Character.isJavaIdentifierPart(c)) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }

  /**
   * @param known what may be in the list; null where that are packages
   */
  private Setting<List<String>> list(
      String key, @Nullable List<String> known, List<String> otherwise) {
    Node array = file == null ? null : file.member(key, Kind.ARRAY, problems);
    if (array == null) {
      return new Setting<>(otherwise, Origin.DEFAULT);
    }
    List<String> values = new ArrayList<>();
    for (Node element : array.children()) {
      String value = element.expect(Kind.STRING, problems) ? element.string() : null;
      String objection = value == null ? null : objection(value, known);
      if (objection != null) {
        element.problem(objection, problems);
      } else if (value != null && !values.contains(value)) {
        values.add(value);
      }
    }
    return new Setting<>(List.copyOf(values), array.origin());
  }

  private static @Nullable String objection(String value, @Nullable List<String> known) {
    if (known != null) {
      return known.contains(value) ? null : Spelling.unknownValue(value, known);
    }
    return isPackage(value)
        ? null
        : "expected a package such as com.acme.shaded, found " + Spelling.quoted(value);
  }

  private Setting<String> find(Option option) {
    Setting<String> setting = options.find(option);
    if (setting != null) {
      return setting;
    }
    Node member = file == null ? null : file.member(option.key(), Kind.STRING, problems);
    String text = member == null ? null : member.string();
    return member != null && text != null
        ? new Setting<>(text, member.origin())
        : new Setting<>(String.valueOf(option.defaultValue()), Origin.DEFAULT);
  }

  private void unknown(Setting<String> setting, Option option, List<String> known) {
    problems.add(setting.origin(), option.key(), Spelling.unknownValue(setting.value(), known));
  }
}
