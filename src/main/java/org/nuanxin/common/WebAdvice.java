package org.nuanxin.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The designed answers for what goes wrong; messages of exceptions never reach a page. */
@ControllerAdvice
class WebAdvice {

    private static final Logger log = LoggerFactory.getLogger(WebAdvice.class);

    /** What row-level security answers where it refuses to write. */
    private static final String REFUSED = "42501";

    private final Clock clock;

    WebAdvice(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound() {
        return "error/404";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String stale(StaleVersion stale, Model model) {
        model.addAttribute("differences", stale.differences());
        model.addAttribute("editUrl", stale.editUrl());
        return "error/409";
    }

    /** The same second: the database kept the first and refused this one. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String raced(OptimisticLockingFailureException raced) {
        return "error/409";
    }

    /** A refusal that no form of the page caught: said in words, nothing was written. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String rejected(Rejected rejected, Model model) {
        model.addAttribute("rejected", rejected.key());
        model.addAttribute("rejectedArguments", rejected.arguments());
        return "error/422";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(MaxUploadSizeExceededException tooLarge, Model model) {
        model.addAttribute("rejected", "error.upload-too-large");
        model.addAttribute("rejectedArguments", new Object[0]);
        return "error/422";
    }

    @ExceptionHandler(Recused.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String recused() {
        return "error/recused";
    }

    @ExceptionHandler
    String database(
            DataAccessException failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (failure.getMostSpecificCause() instanceof SQLException sql && REFUSED.equals(sql.getSQLState())) {
            boolean recusal = String.valueOf(sql.getMessage()).contains("\"recusal_");
            response.setStatus((recusal ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
            return recusal ? "error/recused" : "error/404";
        }
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
        String reference = "E-" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE) + "-"
                + HexFormat.of().withUpperCase().toHexDigits((short)
                        ThreadLocalRandom.current().nextInt());
        log.error("{} {} {}", reference, request.getMethod(), request.getRequestURI(), failure);
        model.addAttribute("reference", reference);
        return "error/500";
    }
}
