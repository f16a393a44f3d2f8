package org.nuanxin.family;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** In the forms of families a blank field says nothing. */
@ControllerAdvice("org.nuanxin.family")
class FormBinding {

    @InitBinder
    void blankIsNothing(WebDataBinder binder) {
        binder.setDisallowedFields("optional", "*.optional");
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }
}
