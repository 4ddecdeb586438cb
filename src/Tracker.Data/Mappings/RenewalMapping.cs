using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class RenewalMapping : IEntityTypeConfiguration<StoredRenewal>
{
    /// <summary>No foreign keys: renewals are found anew whenever a plan of theirs is written, and right after people changed which commitments it has.</summary>
    public void Configure(EntityTypeBuilder<StoredRenewal> renewal)
    {
        renewal.ToTable("Renewals");
        renewal.HasKey(r => new { r.EarlierId, r.LaterId });
        renewal.HasIndex(r => r.LaterId);
        renewal.HasIndex(r => new { r.BodyId, r.EarlierYear });
        renewal.HasIndex(r => r.ChainId);
        renewal.Property(r => r.Verb).AsJson();
        renewal.Property(r => r.Reach).AsJson();
        renewal.Property(r => r.Targets).AsJson();
    }
}
