using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;

namespace Tracker.Data.Mappings;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<UserAccount>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<OneTimeLink>,
    IEntityTypeConfiguration<IdentityUserClaim<string>>, IEntityTypeConfiguration<IdentityUserLogin<string>>,
    IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<UserAccount> user)
    {
        user.ToTable("Users");
        user.HasIndex(u => u.NormalizedEmail).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("ApiTokens");
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne(t => t.User).WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.ToTable("OneTimeLinks");
        link.HasIndex(l => l.Hash).IsUnique();
        link.HasOne(l => l.User).WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> claim) => claim.ToTable("UserClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> login) => login.ToTable("UserLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> token) => token.ToTable("UserTokens");
}
