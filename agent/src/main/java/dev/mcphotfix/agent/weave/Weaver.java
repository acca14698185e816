package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.advice.AdviceWeaver;
import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import dev.mcphotfix.agent.weave.bytecode.ClassFile;
import dev.mcphotfix.agent.weave.bytecode.FieldSignature;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import dev.mcphotfix.agent.weave.bytecode.Place;
import dev.mcphotfix.agent.weave.call.CallWeaver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Weaves one class file. Only method bodies change, so that a class that is loaded can be woven
 * too, and put back.
 *
 * <p>The only part of the agent that runs ASM, and Byte Buddy where that is not enough; it is not
 * touched before a class that must be woven is met.
 */
final class Weaver {

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
      List<Site> sites)
      throws IOException {
    Met met = new Met(className, loader, classFile);
    List<Place> places = places(met, sites);
    if (places.isEmpty()) {
      return null;
    }
    BridgeAccess access = BridgeAccess.from(module, loader);
    byte[] bytes = CallWeaver.weave(classFile, places, access);
    if (bytes == null) {
      bytes = met.advice().weave(places, access);
    }
    report.woven(points(places), className, loader);
    return bytes;
  }

  private static List<HookPoint> points(List<Place> places) {
    List<HookPoint> points = new ArrayList<>();
    for (Place place : places) {
      points.add(place.site().point());
    }
    return points;
  }

  /**
   * Those of the sites, all of one type, whose method another class implements: any of an
   * interface, the abstract ones of a class. Each with the parameter types that an implementation
   * must have.
   *
   * @param typeName binary name
   */
  List<Site> inherited(List<Site> sites, String typeName, @Nullable ClassLoader loader)
      throws IOException {
    byte[] bytes = Implementations.read(typeName.replace('.', '/'), loader);
    ClassFile type = new ClassFile(Objects.requireNonNull(bytes, typeName));
    List<MethodSignature> methods = type.methods();
    List<Site> inherited = new ArrayList<>();
    for (Site site : sites) {
      MethodMatch match = MethodMatch.of(methods, site.point());
      if (match instanceof MethodMatch.Abstract declared) {
        inherited.add(implemented(site, declared.method()));
      } else if (match instanceof MethodMatch.Found found && type.isInterface()) {
        inherited.add(implemented(site, found.method()));
      }
    }
    return inherited;
  }

  private static Site implemented(Site site, MethodSignature method) {
    HookPoint point = site.point();
    return site.at(site.key(), point.in(point.className(), method.parameterTypes()));
  }

  private List<Place> places(Met met, List<Site> sites) throws IOException {
    List<MethodSignature> methods = new ClassFile(met.classFile).methods();
    List<Place> places = new ArrayList<>();
    for (Site site : sites) {
      HookPoint point = site.point();
      MethodMatch match = MethodMatch.of(methods, point);
      if (match instanceof MethodMatch.Found found) {
        FieldSignature field = met.field(point.target());
        String obstacle = met.obstacle(found.method(), point.target(), field);
        if (obstacle == null) {
          places.add(new Place(site, found.method(), field));
        } else {
          report.notWoven(point, met.className, met.loader, obstacle);
        }
      } else if (met.className.equals(point.className())) {
        explain(match, point, met.loader);
      }
    }
    return places;
  }

  /** Said of the class that the hook names only: others may well do without the method. */
  private void explain(MethodMatch match, HookPoint point, @Nullable ClassLoader loader) {
    if (match instanceof MethodMatch.Missing missing) {
      report.notWoven(point, point.className(), loader, missing.why());
    } else {
      report.waitsForImplementations(point, point.className(), loader);
    }
  }

  /** A class that has been met, read further only when it must be. */
  private static final class Met {

    private final String className;
    private final @Nullable ClassLoader loader;
    private final byte[] classFile;
    private @Nullable AdviceWeaver advice;

    Met(String className, @Nullable ClassLoader loader, byte[] classFile) {
      this.className = className;
      this.loader = loader;
      this.classFile = classFile;
    }

    AdviceWeaver advice() {
      if (advice == null) {
        advice = new AdviceWeaver(className, classFile, loader);
      }
      return advice;
    }

    /** Why the method cannot have the target that a rule asks for; null where it can. */
    @Nullable String obstacle(
        MethodSignature method, Target target, @Nullable FieldSignature found) {
      return target instanceof Target.Field field
          ? FieldSearch.obstacle(method, className, field.name(), found)
          : TargetCheck.obstacle(method, target);
    }

    /** The field that is the target; null where there is none. */
    @Nullable FieldSignature field(Target target) throws IOException {
      return target instanceof Target.Field field
          ? FieldSearch.find(classFile, field.name(), loader)
          : null;
    }
  }
}
