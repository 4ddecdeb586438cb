using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class PublicationMapping : IEntityTypeConfiguration<PendingResult>, IEntityTypeConfiguration<PublicationRule>
{
    /// <summary>No foreign keys: it speaks of a pair that may be new or on its way out.</summary>
    public void Configure(EntityTypeBuilder<PendingResult> pending)
    {
        pending.ToTable("PendingResults");
        pending.HasKey(p => p.PairId);
        pending.HasIndex(p => p.RunId);
        pending.Property(p => p.Commitments).AsJson();
        pending.Property(p => p.Verdicts).AsJson();
        pending.Property(p => p.Claims).AsJson();
        pending.Property(p => p.Summary).AsJson();
        pending.Property(p => p.Issues).AsJson();
        pending.Property(p => p.Changes).AsJson();
    }

    public void Configure(EntityTypeBuilder<PublicationRule> rule)
    {
        rule.ToTable("PublicationRules");
        rule.Property(r => r.Id).ValueGeneratedNever();
    }
}
