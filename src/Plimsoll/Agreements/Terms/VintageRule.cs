namespace Plimsoll.Agreements.Terms;

/// <summary>Which vintage of the statistics a clause is held against.</summary>
public enum VintageRule
{
    /// <summary>The newest.</summary>
    Latest,

    /// <summary>The first that was published for the period; later revisions do not change the verdict.</summary>
    FirstRelease,

    /// <summary>The newest that was known on the day asked about.</summary>
    AsOf,
}
