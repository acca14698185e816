package dev.mcphotfix.agent.command.scan.classfile;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape.FieldShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.RecordComponentVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the shape of one class. */
public final class ShapeReader extends ClassVisitor {

  private static final int API = Opcodes.ASM9;

  private final List<String> supertypes = new ArrayList<>();
  private final List<FieldShape> fields = new ArrayList<>();
  private final List<MethodReader> methods = new ArrayList<>();
  private String name = "";
  private int access;

  private ShapeReader() {
    super(API);
  }

  public static ClassShape read(ClassReader file, String place) {
    ShapeReader reader = new ShapeReader();
    file.accept(reader, ClassReader.SKIP_FRAMES);
    return new ClassShape(
        reader.name,
        reader.access,
        List.copyOf(reader.supertypes),
        List.copyOf(reader.fields),
        Lambdas.inlined(reader.methods.stream().map(MethodReader::shape).toList()),
        place);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.name = name;
    this.access = access;
    if (superName != null) {
      supertypes.add(superName);
    }
    supertypes.addAll(interfaces == null ? List.of() : List.of(interfaces));
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    Set<String> names = new LinkedHashSet<>(Set.of(name));
    fields.add(new FieldShape(name, descriptor, access, names));
    return new FieldVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return new TextsOfAnnotation(names);
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    Set<String> names = new LinkedHashSet<>();
    return new RecordComponentVisitor(API) {
      @Override
      public AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return new TextsOfAnnotation(names);
      }

      @Override
      public void visitEnd() {
        fields.stream()
            .filter(field -> field.name().equals(name))
            .forEach(field -> field.names().addAll(names));
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodReader method = new MethodReader(this.name, access, name, descriptor, signature);
    methods.add(method);
    return method;
  }

  /** Collects the texts of an annotation, as the name in {@code @JsonProperty("refresh_token")}. */
  static final class TextsOfAnnotation extends AnnotationVisitor {
    private final Set<String> texts;

    TextsOfAnnotation(Set<String> texts) {
      super(API);
      this.texts = texts;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      return this;
    }
  }
}
