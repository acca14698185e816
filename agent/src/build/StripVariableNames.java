import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Copies a jar without the names of local variables in its classes: as for our own classes, only a
 * debugger would read them, and those of the libraries are a tenth of their bytes. Lines stay, for
 * stack traces. Run by the build: {@code java StripVariableNames.java IN OUT}.
 */
final class StripVariableNames {
  public static void main(String[] arguments) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(Path.of(arguments[0])));
        var out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        byte[] bytes = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().endsWith(".class") ? stripped(bytes) : bytes);
      }
    }
  }

  private static byte[] stripped(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new WithoutVariableNames(writer), 0);
    return writer.toByteArray();
  }

  private static final class WithoutVariableNames extends ClassVisitor {
    WithoutVariableNames(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, method) {
        @Override
        public void visitLocalVariable(
            String name, String type, String signature, Label start, Label end, int index) {}
      };
    }
  }
}
