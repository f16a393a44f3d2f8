package org.nuanxin.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** No page below a family opens to who declared recusal for it, whichever feature the page belongs to. */
@Configuration(proxyBeanMethods = false)
class RecusalPages implements WebMvcConfigurer {

    private static final Pattern OF_FAMILY = Pattern.compile("/families/(\\d{1,18})(?:/.*)?");

    private final Recusals recusals;

    RecusalPages(Recusals recusals) {
        this.recusals = recusals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        Matcher path = OF_FAMILY.matcher(request.getRequestURI()
                                .substring(request.getContextPath().length()));
                        if (request.getUserPrincipal() != null && path.matches()) {
                            recusals.requireToOpen(Long.parseLong(path.group(1)));
                        }
                        return true;
                    }
                })
                .addPathPatterns("/families/*/**", "/families/*");
    }
}
