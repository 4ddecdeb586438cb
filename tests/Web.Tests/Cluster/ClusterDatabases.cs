using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Cluster;

/// <summary>A server for those tests alone that have processes of their own: they wait a great deal, and others can be at work meanwhile.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterDatabases : ICollectionFixture<Databases>
{
    public const string Name = "Cluster";
}
