using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Deciding;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class AuditLogMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditEnd>
{
    public void Configure(EntityTypeBuilder<AuditEnd> end) => end.Property(e => e.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable(AuditLogTable.Name);
        entry.IsAppendOnly();
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.Kind, e.Sequence });
        entry.HasIndex(e => new { e.Actor, e.Sequence });
        entry.HasIndex(e => new { e.Subject, e.Sequence });
    }
}
