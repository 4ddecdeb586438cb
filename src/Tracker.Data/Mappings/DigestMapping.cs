using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

/// <summary>Nothing that proves what was sent goes away with what it speaks of.</summary>
internal sealed class DigestMapping :
    IEntityTypeConfiguration<Reader>, IEntityTypeConfiguration<Subscription>, IEntityTypeConfiguration<OutboxMail>, IEntityTypeConfiguration<MailContent>,
    IEntityTypeConfiguration<ToldItem>, IEntityTypeConfiguration<DigestSwitch>,
    IEntityTypeConfiguration<Robot>
{
    public void Configure(EntityTypeBuilder<Reader> reader)
    {
        reader.ToTable("Readers");
        reader.HasIndex(r => r.AddressKey).IsUnique();
        reader.HasIndex(r => r.State);
        reader.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("Subscriptions");
        subscription.HasOne(s => s.Reader).WithMany(r => r.Subscriptions).HasForeignKey(s => s.ReaderId).OnDelete(DeleteBehavior.Restrict);
        subscription.HasIndex(s => new { s.Frequency, s.EndedAt });
    }

    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("OutboxMails");
        mail.HasOne(m => m.Reader).WithMany().HasForeignKey(m => m.ReaderId).OnDelete(DeleteBehavior.Restrict);
        mail.HasOne(m => m.Content).WithMany().HasForeignKey(m => m.ContentHash).OnDelete(DeleteBehavior.Restrict);
        mail.HasIndex(m => new { m.ReaderId, m.Period }).IsUnique();
        mail.HasIndex(m => new { m.State, m.NextAttemptAt });
        mail.HasIndex(m => m.Period);
        mail.Property(m => m.Subscriptions).AsJson();
    }

    public void Configure(EntityTypeBuilder<MailContent> content)
    {
        content.ToTable("MailContents").IsAppendOnly();
        content.HasKey(c => c.Hash);
    }

    public void Configure(EntityTypeBuilder<ToldItem> told)
    {
        told.ToTable("ToldItems").IsAppendOnly();
        told.HasKey(t => new { t.ReaderId, t.Item });
        told.HasIndex(t => t.MailId);
        told.HasOne<Reader>().WithMany().HasForeignKey(t => t.ReaderId).OnDelete(DeleteBehavior.Restrict);
        told.HasOne<OutboxMail>().WithMany().HasForeignKey(t => t.MailId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Robot> robot)
    {
        robot.ToTable("Robots").HasKey(r => r.ReaderId);
        robot.HasOne(r => r.Reader).WithOne(r => r.Robot).HasForeignKey<Robot>(r => r.ReaderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DigestSwitch> offer) => offer.ToTable("DigestSwitches").HasKey(o => o.Offer);
}
