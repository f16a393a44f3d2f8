package org.nuanxin.family;

import java.util.ArrayDeque;
import java.util.Deque;
import org.nuanxin.region.RegionPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** File numbers 户编号 such as 350502-00127: county, then a count without gaps. */
@Component
class FileNumbers {

    private final JdbcClient jdbc;

    FileNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next {@code count} numbers of the county that the path lies in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deque<String> take(String regionPath, int count) {
        var codes = new RegionPath(regionPath).codes();
        String county = codes.get(Math.min(1, codes.size() - 1)).substring(0, 6);
        int last = jdbc.sql("""
                        insert into file_counter (county_code, last_number) values (:county, :count)
                        on conflict (county_code) do update set last_number = file_counter.last_number + :count
                        returning last_number""")
                .param("county", county)
                .param("count", count)
                .query(Integer.class)
                .single();
        Deque<String> numbers = new ArrayDeque<>(count);
        for (int number = last - count + 1; number <= last; number++) {
            numbers.add("%s-%05d".formatted(county, number));
        }
        return numbers;
    }
}
