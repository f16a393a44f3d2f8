package org.nuanxin.reverification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.care.VisitCheck;
import org.nuanxin.family.FamilyHead;
import org.springframework.stereotype.Component;

/** 信息核对 in the visit form: only what is open, each with what is on file. */
@Component
class VisitAnswers implements VisitCheck {

    private final CheckReader checks;
    private final Settling settling;
    private final OnFile onFile;

    VisitAnswers(CheckReader checks, Settling settling, OnFile onFile) {
        this.checks = checks;
        this.settling = settling;
        this.onFile = onFile;
    }

    /** An open check with what is on file, already in words. */
    record Question(CheckReader.Check check, @Nullable String onFile) {}

    record Content(CheckReader.Item item, List<Question> questions) {}

    @Override
    public String template() {
        return "reverification/visit-check :: fields";
    }

    @Override
    public @Nullable Object content(FamilyHead family) {
        CheckReader.Item item = checks.current(family.id()).orElse(null);
        if (item == null) {
            return null;
        }
        Map<Long, String> known = new LinkedHashMap<>(onFile.of(family, item));
        List<Question> questions = item.open().stream()
                .filter(check -> check.kind().asked())
                .map(check -> new Question(check, known.get(check.id())))
                .toList();
        return questions.isEmpty() ? null : new Content(item, questions);
    }

    @Override
    public void accept(Logged visit, Map<String, String> answers) {
        settling.visited(visit, answers);
    }
}
