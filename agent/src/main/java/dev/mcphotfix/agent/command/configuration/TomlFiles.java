package dev.mcphotfix.agent.command.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcphotfix.agent.config.json.ClientFormat;
import dev.mcphotfix.agent.config.json.ForeignFormat;
import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.NodeReader;
import dev.mcphotfix.agent.config.json.Problems;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of clients in TOML, as the {@code config.toml} of Codex, which the agent cannot read. */
public final class TomlFiles implements ClientFormat {

  private static final int LOOKED_AT = 4096;

  private final List<String> names = new ArrayList<>();

  /** Whether it is there and in TOML. */
  public static boolean isToml(File file) {
    if (!file.isFile()) {
      return false;
    }
    try (InputStream in = new FileInputStream(file)) {
      return isToml(file.getName(), in.readNBytes(LOOKED_AT));
    } catch (IOException e) {
      return false; // Whoever reads it says so.
    }
  }

  @Override
  public @Nullable Node read(InputFile file, Problems problems)
      throws InvalidConfigurationException {
    byte[] content = file.read(NodeReader.LARGEST_OF_HOST, problems);
    if (!isToml(file.shown(), content)) {
      return null;
    }
    names.add(file.shown());
    return new TomlTree(file.shown(), new String(content, UTF_8), problems).read();
  }

  /** The files that were read and are in TOML, as the operator calls them. */
  public List<String> names() {
    return names;
  }

  private static boolean isToml(String name, byte[] content) {
    return ForeignFormat.TOML.equals(ForeignFormat.of(name, content));
  }
}
