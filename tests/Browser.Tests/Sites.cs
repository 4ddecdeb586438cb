namespace Tracker.Browser.Tests;

/// <summary>Tests that only read, on one running program.</summary>
[CollectionDefinition(Name)]
public sealed class ReadingSite : ICollectionFixture<RunningSite>
{
    public const string Name = "reading";
}

/// <summary>Tests that look at pages and write but little, on one running program: none of them minds what the others leave behind.</summary>
[CollectionDefinition(Name)]
public sealed class PagesSite : ICollectionFixture<AuditorsSite>
{
    public const string Name = "pages";
}

/// <summary>Tests that decide and tell, on one running program: each has commitments of its own.</summary>
[CollectionDefinition(Name)]
public sealed class WorkbenchSite : ICollectionFixture<AuditorsSite>
{
    public const string Name = "workbench";
}
