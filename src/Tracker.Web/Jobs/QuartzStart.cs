using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using Tracker.App.Jobs;
using Tracker.Data;
using Tracker.Web.Hosting;

namespace Tracker.Web.Jobs;

/// <summary>Quartz with its persistent store in Tracker's own database; on PostgreSQL as one of a cluster.</summary>
internal static class QuartzStart
{
    public static void AddQuartzEngine(this IServiceCollection services, DatabaseSettings database, Roles roles)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "tracker";
                options.IdleWaitTime = TimeSpan.FromSeconds(10);
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseExecutionHistory();
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromMinutes(1);
                    options.MisfireHandlerFrequency = TimeSpan.FromSeconds(10);
                });
                if (database.Provider == DatabaseProvider.Sqlite)
                {
                    store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                }
                else
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                    store.UseClustering();
                }
            });
        });

        // A process that only serves pages has a scheduler too, which never starts: through it a job can be asked for.
        services.AddQuartzHostedService(options =>
        {
            options.AutoStart = roles.Jobs;
            options.WaitForJobsToComplete = false;
        });
        services.AddSingleton<IJobEngine, QuartzEngine>();
    }
}
