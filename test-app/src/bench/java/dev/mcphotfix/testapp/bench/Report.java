package dev.mcphotfix.testapp.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that was measured, for people and for programs. */
final class Report {
  private final Starts starts;
  private final Requests requests;
  private final List<Double> loads;

  /**
   * @param loads of the machine before, between and after
   */
  Report(Starts starts, Requests requests, List<Double> loads) {
    this.starts = starts;
    this.requests = requests;
    this.loads = List.copyOf(loads);
  }

  /** In Markdown. */
  String text() {
    return String.join(
        "\n",
        circumstances(),
        "",
        new StartTable(starts).text(),
        requests.table(),
        new Budgets(starts, requests).table(),
        "");
  }

  String json() throws JsonProcessingException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("machine", Machine.describe());
    report.put("load", loads);
    report.put("starts", starts.all().stream().map(Report::fields).toList());
    report.put("requests", requests.all());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private String circumstances() {
    String load =
        loads.stream()
            .map(value -> String.format(Locale.ROOT, "%.1f", value))
            .collect(Collectors.joining(", "));
    return Machine.describe() + "; load average before, between and after: " + load;
  }

  private static Map<String, Object> fields(Measurement measurement) {
    Samples samples = measurement.samples();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("jdk", measurement.jdk().feature());
    fields.put("program", measurement.program().name());
    fields.put("variant", measurement.variant().name());
    fields.put("medianMs", samples.time());
    fields.put("minMs", samples.shortest());
    fields.put("maxMs", samples.longest());
    fields.put("peakMb", samples.peak());
    fields.put("classes", samples.classes());
    if (!Double.isNaN(samples.loading())) {
      fields.put("loadingMs", samples.loading());
    }
    return fields;
  }
}
