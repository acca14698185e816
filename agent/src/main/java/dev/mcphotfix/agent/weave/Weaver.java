package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.advice.ArgumentsAdvice;
import dev.mcphotfix.agent.weave.advice.FieldAfterAdvice;
import dev.mcphotfix.agent.weave.advice.FieldBeforeAdvice;
import dev.mcphotfix.agent.weave.advice.InsteadAdvice;
import dev.mcphotfix.agent.weave.advice.ReturnAdvice;
import dev.mcphotfix.agent.weave.advice.SiteKey;
import dev.mcphotfix.agent.weave.advice.TargetField;
import dev.mcphotfix.agent.weave.advice.ToBridge;
import dev.mcphotfix.agent.weave.advice.WrittenAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription.InDefinedShape;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.FieldLocator;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Puts advice into the methods of one class file. Only method bodies change, so that a class that
 * is loaded can be woven too, and put back.
 *
 * <p>The only part of the agent that runs Byte Buddy; it is not touched before a class that must be
 * woven is met. Reads the host's class files, never loads its classes.
 */
final class Weaver {

  private final ByteBuddy byteBuddy =
      new ByteBuddy(ClassFileVersion.JAVA_V17)
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);
  private final HookReport report;

  Weaver(HookReport report) {
    this.report = report;
  }

  /** The woven class file, or null where no site has a method in it. */
  byte @Nullable [] weave(
      String className,
      @Nullable Module module,
      @Nullable ClassLoader loader,
      byte[] classFile,
      List<Site> sites) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(className, classFile), surroundings(loader));
    TypeDescription type = types(locator).describe(className).resolve();
    DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
    StackManipulation toBridge = toBridge(module, loader);
    List<HookPoint> woven = new ArrayList<>();
    for (Site site : sites) {
      DynamicType.Builder<?> visited = visit(builder, type, loader, site, toBridge);
      if (visited != null) {
        builder = visited;
        woven.add(site.point());
      }
    }
    if (woven.isEmpty()) {
      return null;
    }
    byte[] bytes = builder.make().getBytes();
    report.woven(woven, className, loader);
    return bytes;
  }

  /**
   * Those of the sites, all of one type, whose method another class implements: any of an
   * interface, the abstract ones of a class. Each with the parameter types that an implementation
   * must have.
   */
  List<Site> inherited(List<Site> sites, String typeName, @Nullable ClassLoader loader) {
    TypeDescription type = types(surroundings(loader)).describe(typeName).resolve();
    List<Site> inherited = new ArrayList<>();
    for (Site site : sites) {
      MethodMatch match = MethodMatch.of(type, site.point());
      if (match instanceof MethodMatch.Abstract declared) {
        inherited.add(implemented(site, declared.method()));
      } else if (match instanceof MethodMatch.Found found && type.isInterface()) {
        inherited.add(implemented(site, found.method()));
      }
    }
    return inherited;
  }

  private static Site implemented(Site site, InDefinedShape method) {
    HookPoint point = site.point();
    List<String> types = MethodMatch.parameterTypes(method);
    return site.at(site.key(), point.in(point.className(), types));
  }

  private DynamicType.@Nullable Builder<?> visit(
      DynamicType.Builder<?> builder,
      TypeDescription type,
      @Nullable ClassLoader loader,
      Site site,
      StackManipulation toBridge) {
    HookPoint point = site.point();
    MethodMatch match = MethodMatch.of(type, point);
    if (match instanceof MethodMatch.Found found) {
      String obstacle = TargetCheck.obstacle(type, found.method(), point.target());
      if (obstacle == null) {
        return advise(builder, type, found.method(), site.point().target(), advice(site, toBridge));
      }
      report.notWoven(point, type.getName(), loader, obstacle);
    } else if (type.getName().equals(point.className())) {
      explain(match, point, loader);
    }
    return null;
  }

  /** Said of the class that the hook names only: others may well do without the method. */
  private void explain(MethodMatch match, HookPoint point, @Nullable ClassLoader loader) {
    if (match instanceof MethodMatch.Missing missing) {
      report.notWoven(point, point.className(), loader, missing.why());
    } else {
      report.waitsForImplementations(point, point.className(), loader);
    }
  }

  private static DynamicType.Builder<?> advise(
      DynamicType.Builder<?> builder,
      TypeDescription type,
      InDefinedShape method,
      Target target,
      Advice.WithCustomMapping advice) {
    if (target instanceof Target.Return) {
      return visit(builder, method, advice, ReturnAdvice.class);
    }
    if (target instanceof Target.Written) {
      return visit(builder, method, advice, WrittenAdvice.class);
    }
    if (target instanceof Target.Instead) {
      return visit(builder, method, advice, InsteadAdvice.class);
    }
    if (target instanceof Target.Field field) {
      return adviseField(builder, method, advice.bind(field(type, field.name())));
    }
    return visit(builder, method, advice, ArgumentsAdvice.class);
  }

  private static DynamicType.Builder<?> adviseField(
      DynamicType.Builder<?> builder, InDefinedShape method, Advice.WithCustomMapping advice) {
    DynamicType.Builder<?> after = visit(builder, method, advice, FieldAfterAdvice.class);
    // Before its constructor has run there is no object to read a field of.
    return method.isConstructor() ? after : visit(after, method, advice, FieldBeforeAdvice.class);
  }

  private static DynamicType.Builder<?> visit(
      DynamicType.Builder<?> builder,
      InDefinedShape method,
      Advice.WithCustomMapping advice,
      Class<?> adviceClass) {
    return builder.visit(
        advice
            .to(adviceClass)
            .withAssigner(ReferenceAssigner.INSTANCE)
            .on(ElementMatchers.is(method)));
  }

  private static Advice.WithCustomMapping advice(Site site, StackManipulation toBridge) {
    return Advice.withCustomMapping()
        .bind(SiteKey.class, (Object) site.key())
        .bind(ToBridge.class, toBridge, Function.class);
  }

  private static StackManipulation toBridge(@Nullable Module module, @Nullable ClassLoader loader) {
    try {
      return BridgeAccess.from(module, loader);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Advice.OffsetMapping.Factory<TargetField> field(
      TypeDescription type, String name) {
    FieldDescription field = new FieldLocator.ForClassHierarchy(type).locate(name).getField();
    return new Advice.OffsetMapping.ForField.Resolved.Factory<>(
        TargetField.class, field, false, Assigner.Typing.DYNAMIC);
  }

  /** Reads a class file only when more than its name is asked for. */
  private static TypePool types(ClassFileLocator locator) {
    return TypePool.Default.WithLazyResolution.of(locator);
  }

  private static ClassFileLocator surroundings(@Nullable ClassLoader loader) {
    return loader == null
        ? ClassFileLocator.ForClassLoader.ofBootLoader()
        : ClassFileLocator.ForClassLoader.of(loader);
  }
}
