package org.nuanxin.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** Several papers and criteria at once; lines that are left alone stay as they are. */
class PapersForm {

    private Map<String, PaperLine> papers = new LinkedHashMap<>();

    private Map<String, CriterionLine> criteria = new LinkedHashMap<>();

    static PapersForm of(List<Papers.Paper> papers, List<Criteria.Criterion> criteria, LocalDate today) {
        PapersForm form = new PapersForm();
        for (Papers.Paper paper : papers) {
            PaperLine line = new PaperLine();
            line.state = paper.state();
            line.on = paper.on() == null ? today : paper.on();
            line.reference = paper.reference();
            line.substitute = paper.substitute();
            form.papers.put(paper.code(), line);
        }
        for (Criteria.Criterion criterion : criteria) {
            CriterionLine line = new CriterionLine();
            line.answer = criterion.answer();
            line.source = criterion.source();
            form.criteria.put(criterion.code(), line);
        }
        return form;
    }

    void check(Errors errors, LocalDate today) {
        papers.forEach((code, line) -> {
            String at = "papers[" + code + "].";
            if (line.state != null && line.on == null && !errors.hasFieldErrors(at + "on")) {
                errors.rejectValue(at + "on", "intake.error.on");
            } else if (line.state != null && line.on != null && line.on.isAfter(today)) {
                errors.rejectValue(at + "on", "intake.reject.future");
            }
            if (line.state == Papers.State.EXCUSED && line.substitute == null) {
                errors.rejectValue(at + "substitute", "intake.reject.substitute");
            }
            if (tooLong(line.substitute) || tooLong(line.reference)) {
                errors.rejectValue(
                        at + (tooLong(line.substitute) ? "substitute" : "reference"), "intake.error.too-long");
            }
        });
        criteria.forEach((code, line) -> {
            if (line.answer != null && line.source == null) {
                errors.rejectValue("criteria[" + code + "].source", "intake.reject.source");
            } else if (tooLong(line.source)) {
                errors.rejectValue("criteria[" + code + "].source", "intake.error.too-long");
            }
        });
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > 200;
    }

    List<Criteria.Answer> answers() {
        List<Criteria.Answer> answers = new ArrayList<>();
        criteria.forEach((code, line) -> {
            if (line.answer != null && line.source != null) {
                answers.add(new Criteria.Answer(code, line.answer.equals("YES"), line.source));
            }
        });
        return answers;
    }

    public Map<String, PaperLine> getPapers() {
        return papers;
    }

    public void setPapers(Map<String, PaperLine> papers) {
        this.papers = papers;
    }

    public Map<String, CriterionLine> getCriteria() {
        return criteria;
    }

    public void setCriteria(Map<String, CriterionLine> criteria) {
        this.criteria = criteria;
    }

    /** One paper. */
    static class PaperLine {

        private UUID clientId = UUID.randomUUID();
        private Papers.@Nullable State state;
        private @Nullable LocalDate on;
        private @Nullable String reference;
        private @Nullable String substitute;
        private @Nullable MultipartFile file;

        public UUID getClientId() {
            return clientId;
        }

        public void setClientId(UUID clientId) {
            this.clientId = clientId;
        }

        public Papers.@Nullable State getState() {
            return state;
        }

        public void setState(Papers.@Nullable State state) {
            this.state = state;
        }

        public @Nullable LocalDate getOn() {
            return on;
        }

        public void setOn(@Nullable LocalDate on) {
            this.on = on;
        }

        public @Nullable String getReference() {
            return reference;
        }

        public void setReference(@Nullable String reference) {
            this.reference = blankToNull(reference);
        }

        public @Nullable String getSubstitute() {
            return substitute;
        }

        public void setSubstitute(@Nullable String substitute) {
            this.substitute = blankToNull(substitute);
        }

        public @Nullable MultipartFile getFile() {
            return file;
        }

        public void setFile(@Nullable MultipartFile file) {
            this.file = file;
        }
    }

    /** One criterion. */
    static class CriterionLine {

        private @Nullable String answer;
        private @Nullable String source;

        public @Nullable String getAnswer() {
            return answer;
        }

        public void setAnswer(@Nullable String answer) {
            this.answer = "YES".equals(answer) || "NO".equals(answer) ? answer : null;
        }

        public @Nullable String getSource() {
            return source;
        }

        public void setSource(@Nullable String source) {
            this.source = blankToNull(source);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
