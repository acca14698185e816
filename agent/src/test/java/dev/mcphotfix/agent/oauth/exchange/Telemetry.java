package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.control.Commands;
import dev.mcphotfix.agent.control.Controlled;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.telemetry.FlightLog;
import dev.mcphotfix.agent.log.telemetry.ManagementLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What an agent tells those who ask: its answer to {@code status}, its MXBean and its events. */
final class Telemetry implements Controlled, AutoCloseable {

  private static final String[] ATTRIBUTES = {
    "Mode", "Hooks", "Decisions", "TokenResponses", "Warnings"
  };

  private final LogMemory memory;
  private final FlightLog flight;
  private final ManagementLog management;
  private final Recording recording = new Recording();
  private final Commands commands = new Commands(this);

  Telemetry(LogMemory memory, AgentLog log) {
    this.memory = memory;
    flight = new FlightLog(log);
    management = new ManagementLog(flight, "enforce", memory);
    recording.enable("dev.mcphotfix.Decision").withoutThreshold();
    recording.start();
  }

  AgentLog log() {
    return management;
  }

  void awaitManagement() {
    try {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("mcp-hotfix-management")) {
          thread.join();
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String management() {
    try {
      return ManagementFactory.getPlatformMBeanServer()
          .getAttributes(new ObjectName(ManagementLog.NAME), ATTRIBUTES)
          .asList()
          .stream()
          .map(attribute -> attribute.getName() + '=' + shown(attribute.getValue()))
          .toList()
          .toString();
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  private static String shown(Object value) {
    return value instanceof Object[] lines ? Arrays.toString(lines) : value.toString();
  }

  String status() {
    commands.carryOut("command=status");
    return System.getProperty(Commands.ANSWER, "");
  }

  String recorded(Path file) throws IOException {
    recording.stop();
    recording.dump(file);
    StringBuilder told = new StringBuilder();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().startsWith("dev.mcphotfix.")) {
        for (ValueDescriptor field : event.getFields()) {
          told.append(field.getName()).append('=');
          Object value = event.getValue(field.getName());
          told.append(value).append('\n');
        }
      }
    }
    return told.toString();
  }

  @Override
  public LogMemory memory() {
    return memory;
  }

  @Override
  public Map<String, Object> configuration() {
    return Map.of("mode", "enforce");
  }

  @Override
  public List<String> hooks() {
    return List.of("jdk");
  }

  @Override
  public List<String> sources(String className) {
    return List.of();
  }

  @Override
  public List<String> reload(@Nullable String options) {
    return List.of();
  }

  @Override
  public boolean isWitnessAlone() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endWitness() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void detach() {}

  @Override
  public void close() {
    recording.close();
    management.close();
    flight.close();
    System.clearProperty(Commands.ANSWER);
  }
}
