namespace Tracker.Core.Domain;

/// <summary>领域: the field of work that a commitment or a claim is about. One may be about several.</summary>
public enum Sphere
{
    /// <summary>经济: industry, companies, markets, energy, trade.</summary>
    Economy,

    /// <summary>科技: research, talent, digital technology.</summary>
    Science,

    /// <summary>三农: farming, villages, food supply.</summary>
    Rural,

    /// <summary>城建交通: towns, transport, public works.</summary>
    Urban,

    /// <summary>民生: work, schools, health, care, housing.</summary>
    Livelihood,

    /// <summary>文旅: culture, tourism, sport, heritage.</summary>
    Culture,

    /// <summary>生态: environment, water, green and low-carbon.</summary>
    Ecology,

    /// <summary>法治安全: law, safety, order, social governance.</summary>
    Law,

    /// <summary>党建: party building, study, conduct, integrity.</summary>
    Party,

    /// <summary>履职: the body's own business, such as consultation, proposals, supervision; said only where nothing else is.</summary>
    Duty,

    /// <summary>其他: neither the words nor the headings above them say.</summary>
    Other,
}
