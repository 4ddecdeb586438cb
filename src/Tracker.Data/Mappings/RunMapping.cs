using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class RunMapping : IEntityTypeConfiguration<Run>, IEntityTypeConfiguration<RunItem>, IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<Run> run)
    {
        run.HasIndex(r => r.StartedAt);
        run.HasIndex(r => r.Outcome);
        run.Ignore(r => r.Done);
        run.Property(r => r.PairIds).AsJson();
    }

    public void Configure(EntityTypeBuilder<RunItem> item)
    {
        item.ToTable("RunItems");
        item.HasKey(i => new { i.RunId, i.PairId });
        item.HasIndex(i => new { i.Outcome, i.RunId, i.PairId });
        item.HasIndex(i => new { i.PairId, i.Outcome });
        item.HasOne<Run>().WithMany(r => r.Items).HasForeignKey(i => i.RunId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>No foreign keys: the history outlives what it speaks of.</summary>
    public void Configure(EntityTypeBuilder<StatusChange> change)
    {
        change.HasIndex(c => c.CommitmentId);
        change.HasIndex(c => new { c.RunId, c.Kind, c.Cause, c.At });
        change.HasIndex(c => new { c.PairId, c.At });
    }
}
