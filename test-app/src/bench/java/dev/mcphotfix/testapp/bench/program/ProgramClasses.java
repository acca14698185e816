package dev.mcphotfix.testapp.bench.program;

import java.util.List;

/** What a jar with the programs has to have. */
public final class ProgramClasses {
  public static final List<Class<?>> ALL =
      List.of(
          Hello.class,
          ManyClasses.class,
          RefreshOverJdk.class,
          RefreshOverOkHttp.class,
          Form.class,
          ThreadTime.class,
          Ending.class);

  private ProgramClasses() {}
}
