/** The household file 一户一档 and the contact sheet, as pages to print and as .docx; hosts the chapters of other features. */
@NullMarked
@ApplicationModule(
        displayName = "dossier",
        allowedDependencies = {"common", "region", "privacy", "account", "audit", "policy", "family"})
package org.nuanxin.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
