using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Reading;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class ReportMapping : IEntityTypeConfiguration<StoredReport>, IEntityTypeConfiguration<ReportContent>
{
    public void Configure(EntityTypeBuilder<StoredReport> report)
    {
        report.HasIndex(r => r.Sha256).IsUnique();
        report.HasIndex(r => new { r.BodyId, r.PlanYear });
        report.HasIndex(r => new { r.BodyId, r.ReviewYear });
        report.HasOne(r => r.Body).WithMany().HasForeignKey(r => r.BodyId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne(r => r.Content).WithOne().HasForeignKey<ReportContent>(c => c.ReportId).OnDelete(DeleteBehavior.Cascade);
        report.HasIndex(r => r.FirstVersionId);
        report.HasOne<StoredReport>().WithMany().HasForeignKey(r => r.FirstVersionId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<StoredReport>().WithMany().HasForeignKey(r => r.SupersededById).OnDelete(DeleteBehavior.Restrict);
        report.Property(r => r.Reading).AsJson();
    }

    public void Configure(EntityTypeBuilder<ReportContent> content)
    {
        content.ToTable("ReportContents");
        content.HasKey(c => c.ReportId);
        content.Property(c => c.Pages).AsJson().HasDefaultValue(PageMap.None);
    }
}
