package org.nuanxin.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The city's divisions from the published table, seen from one county. */
final class CsvDivisions implements Divisions {

    private record Unit(String code, String name, String parent) {}

    private final List<Unit> units = new ArrayList<>();
    private final Unit county;

    CsvDivisions(String countyCode) {
        try (InputStream in =
                Objects.requireNonNull(CsvDivisions.class.getResourceAsStream("/rosters/quanzhou-divisions.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(part -> units.add(new Unit(part[0], part[1], part[3])));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        county = units.stream()
                .filter(unit -> unit.code().equals(countyCode))
                .findFirst()
                .orElseThrow();
    }

    private List<Place> children(String parent) {
        return units.stream()
                .filter(unit -> unit.parent().equals(parent))
                .map(unit -> new Place(unit.name(), unit.code()))
                .toList();
    }

    @Override
    public Place county() {
        return new Place(county.name(), county.code());
    }

    @Override
    public List<Place> townships() {
        return children(county.code());
    }

    @Override
    public boolean inScope(Place township) {
        return true;
    }

    @Override
    public List<Place> villages(Place township) {
        return children(township.path());
    }

    @Override
    public Optional<String> countyElsewhere(String township) {
        for (Unit other : units) {
            if (other.parent().equals("350500000000") && other != county) {
                boolean named = township.startsWith(other.name())
                        || children(other.code()).stream()
                                .anyMatch(place -> place.name().equals(township));
                if (named) {
                    return Optional.of(other.name());
                }
            }
        }
        return Optional.empty();
    }
}
