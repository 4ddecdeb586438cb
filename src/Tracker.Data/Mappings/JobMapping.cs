using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;

namespace Tracker.Data.Mappings;

internal sealed class JobMapping : IEntityTypeConfiguration<Schedule>, IEntityTypeConfiguration<JobFiring>
{
    public void Configure(EntityTypeBuilder<Schedule> schedule) => schedule.ToTable("Schedules");

    public void Configure(EntityTypeBuilder<JobFiring> firing)
    {
        firing.ToTable("JobFirings");
        firing.HasIndex(f => new { f.ScheduleId, f.DueAt }).IsUnique();
        firing.HasIndex(f => f.StartedAt);
    }
}
