using Microsoft.EntityFrameworkCore.Design;
using Tracker.Data;

namespace Tracker.Migrations.Postgres;

/// <summary>Gives the migrations tool a context of this provider; it never connects.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<TrackerDbContext>
{
    public TrackerDbContext CreateDbContext(string[] args) =>
        new DatabaseSettings(DatabaseProvider.Postgres, "Host=localhost;Database=tracker", ".").Open();
}
