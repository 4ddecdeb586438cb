using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>Gives an installation the schedules that it begins with; what an admin made of them since is left alone.</summary>
public sealed class UsualSchedules(TrackerDbContext db, JobKinds kinds, TimeProvider time)
{
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Schedules.Select(schedule => schedule.Id).ToListAsync(cancellation);
        if (kinds.All.All(kind => kind.Usual is null || known.Contains(kind.Name))) return;
        await db.WriteAsync(
            async token =>
            {
                known = await db.Schedules.Select(schedule => schedule.Id).ToListAsync(token);
                foreach (var kind in kinds.All.Where(kind => kind.Usual is not null && !known.Contains(kind.Name)))
                {
                    db.Schedules.Add(new Schedule
                    {
                        Id = kind.Name, Kind = kind.Name, Cron = kind.Usual!.Cron, TimeZone = ScheduleTimes.China, Misfire = kind.Usual.Misfire, IsOn = true,
                        ChangedAt = time.GetUtcNow(),
                    });
                }

                return true;
            },
            cancellation);
    }
}
