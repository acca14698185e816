package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.application.RecordType;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.Signatures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the methods that are given, or give, an object with an access and a refresh token. */
record TypedFinder(Application application) {

  private static final int TYPED = 30;
  private static final int USELESS = 5;

  List<Candidate> find() {
    List<Candidate> found = new ArrayList<>();
    for (MethodShape method : application.methods()) {
      List<String> signatures = Signatures.parameters(method);
      for (int i = 0; i < signatures.size(); i++) {
        add(Role.SAVE, new RecordPlace(method, i), signatures.get(i), found);
      }
      add(Role.LOAD, RecordPlace.result(method), Signatures.result(method), found);
    }
    return found;
  }

  private void add(Role role, RecordPlace target, String signature, List<Candidate> found) {
    RecordType type = recordIn(signature);
    if (type == null || isOwn(target.method(), type)) {
      return;
    }
    Draft draft =
        new Draft(application, role, target.method())
            .because(target.verb() + type.describe(), type.obstacle() == null ? TYPED : USELESS)
            .weighed();
    if (draft.isConvincing()) {
      found.add(draft.candidate(target, type));
    }
  }

  /** The record's own methods and those of its builder build it, and keep nothing. */
  private static boolean isOwn(MethodShape method, RecordType type) {
    return method.owner().equals(type.name()) || method.owner().startsWith(type.name() + '$');
  }

  /** The record that a type is, or that is held by one that the agent looks into. */
  private @Nullable RecordType recordIn(String signature) {
    for (String name : Signatures.held(signature)) {
      RecordType type = application.record(name);
      if (type != null) {
        return type;
      }
    }
    return null;
  }
}
