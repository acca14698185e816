package dev.mcphotfix.agent.weave.advice;

import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import dev.mcphotfix.agent.weave.bytecode.Place;
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
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Puts Byte Buddy's advice into the methods of one class: for what needs more than a call where a
 * method begins or returns. Reads the host's class files, never loads its classes.
 */
public final class AdviceWeaver {

  private final ClassFileLocator locator;
  private final TypeDescription type;

  /**
   * @param className binary name
   * @param loader from which the class file comes; null for the bootstrap loader
   */
  public AdviceWeaver(String className, byte[] classFile, @Nullable ClassLoader loader) {
    locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(className, classFile), surroundings(loader));
    // Reads a class file only when more than its name is asked for.
    type = TypePool.Default.WithLazyResolution.of(locator).describe(className).resolve();
  }

  /** The woven class file. */
  public byte[] weave(List<Place> places, BridgeAccess access) {
    ByteBuddy byteBuddy =
        new ByteBuddy(ClassFileVersion.JAVA_V17)
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);
    DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
    ToBridgeInstructions toBridge = new ToBridgeInstructions(access);
    for (Place place : places) {
      builder = advise(builder, place, advice(place.site(), toBridge));
    }
    return builder.make().getBytes();
  }

  private DynamicType.Builder<?> advise(
      DynamicType.Builder<?> builder, Place place, Advice.WithCustomMapping advice) {
    Target target = place.site().point().target();
    InDefinedShape method = declared(place.method());
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
      return adviseField(builder, method, advice.bind(field(field.name())));
    }
    return visit(builder, method, advice, ArgumentsAdvice.class);
  }

  private InDefinedShape declared(MethodSignature method) {
    return type.getDeclaredMethods()
        .filter(
            ElementMatchers.<InDefinedShape>hasMethodName(method.name())
                .and(ElementMatchers.hasDescriptor(method.descriptor())))
        .getOnly();
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

  private static Advice.WithCustomMapping advice(Site site, ToBridgeInstructions toBridge) {
    return Advice.withCustomMapping()
        .bind(SiteKey.class, (Object) site.key())
        .bind(ToBridge.class, toBridge, Function.class);
  }

  private Advice.OffsetMapping.Factory<TargetField> field(String name) {
    FieldDescription field = new FieldLocator.ForClassHierarchy(type).locate(name).getField();
    return new Advice.OffsetMapping.ForField.Resolved.Factory<>(
        TargetField.class, field, false, Assigner.Typing.DYNAMIC);
  }

  private static ClassFileLocator surroundings(@Nullable ClassLoader loader) {
    return loader == null
        ? ClassFileLocator.ForClassLoader.ofBootLoader()
        : ClassFileLocator.ForClassLoader.of(loader);
  }
}
