using Microsoft.AspNetCore.Identity;

namespace Tracker.Data.Entities;

/// <summary>账户: a person who may do more than read. The e-mail address is the name and never changes.</summary>
public sealed class UserAccount : IdentityUser
{
    public UserRole Role { get; set; }

    /// <summary>显示名称: what the public reads in place of the address. Empty where none was chosen.</summary>
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when an administrator has shut this account out; null where it is open. Wrong passwords shut it out for a while only, see <see cref="IdentityUser{TKey}.LockoutEnd"/>.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    public DateTimeOffset? LastLoginAt { get; set; }
}

/// <summary>角色. Each may do all that the one before it may.</summary>
public enum UserRole
{
    /// <summary>查看者: reads.</summary>
    Viewer,

    /// <summary>审核员: reads and decides.</summary>
    Auditor,

    /// <summary>管理员: also manages accounts and reads the audit log.</summary>
    Admin,
}
