package org.nuanxin.region;

import java.util.ArrayList;
import java.util.List;

/** A path in the tree such as {@code 350500000000/350502000000/}: codes from the city down, each closed by a slash. */
public record RegionPath(String value) {

    /** The first path that is no longer inside: the subtree is {@code [value, high)} in byte order. */
    public String high() {
        return value.substring(0, value.length() - 1) + "0";
    }

    public boolean contains(String path) {
        return path.startsWith(value);
    }

    /** The code of the unit itself. */
    public String code() {
        return codes().get(codes().size() - 1);
    }

    /** Codes from the city down. */
    public List<String> codes() {
        return List.of(value.split("/"));
    }

    /** Paths from the city down to this one. */
    public List<String> ancestorsAndSelf() {
        List<String> paths = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (String code : codes()) {
            paths.add(path.append(code).append('/').toString());
        }
        return paths;
    }
}
