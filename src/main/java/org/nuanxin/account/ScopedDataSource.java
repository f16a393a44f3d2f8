package org.nuanxin.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Binds the scope of the thread to the connection at every checkout, and gives none out that could not be bound. */
class ScopedDataSource extends DelegatingDataSource {

    ScopedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            bind(connection, Scope.current());
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void bind(Connection connection, @Nullable Scope scope) throws SQLException {
        if (scope instanceof Scope.OfAccount account) {
            try (PreparedStatement bind = connection.prepareStatement("select nuanxin_bind_account(?, ?)")) {
                bind.setLong(1, account.accountId());
                bind.setObject(2, account.grantId(), Types.BIGINT);
                bind.execute();
            }
        } else if (scope instanceof Scope.OfRegion region) {
            bindRegion(connection, region);
        } else {
            try (PreparedStatement bind = connection.prepareStatement("select nuanxin_set_scope('', '', '{}', null)")) {
                bind.execute();
            }
        }
    }

    private static void bindRegion(Connection connection, Scope.OfRegion region) throws SQLException {
        try (PreparedStatement bind = connection.prepareStatement("select nuanxin_bind_region(?, ?)")) {
            bind.setString(1, region.regionPath());
            bind.setLong(2, region.actorId());
            try (ResultSet bound = bind.executeQuery()) {
                if (!bound.next() || bound.getString(1) == null) {
                    throw new IllegalStateException("a job for an unknown region: " + region.regionPath());
                }
            }
        }
    }
}
