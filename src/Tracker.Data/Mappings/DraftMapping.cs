using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class DraftMapping : IEntityTypeConfiguration<ReportDraft>, IEntityTypeConfiguration<DraftContent>
{
    /// <summary>No foreign keys to bodies and reports: a draft may outlive what it was made from.</summary>
    public void Configure(EntityTypeBuilder<ReportDraft> draft)
    {
        draft.ToTable("ReportDrafts");
        draft.HasIndex(d => d.Sha256);
        draft.HasIndex(d => new { d.State, d.At });
        draft.HasOne(d => d.Content).WithOne().HasForeignKey<DraftContent>(c => c.DraftId).OnDelete(DeleteBehavior.Cascade);
        draft.Property(d => d.Doubts).AsJson();
    }

    public void Configure(EntityTypeBuilder<DraftContent> content)
    {
        content.ToTable("DraftContents");
        content.HasKey(c => c.DraftId);
        content.Property(c => c.Pages).AsJson();
        content.Property(c => c.Issues).AsJson();
    }
}
