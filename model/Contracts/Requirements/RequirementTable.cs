namespace IoSpec.Contracts;

/// <summary>The requirements of one area, in the order of the catalogue.</summary>
public sealed class RequirementTable
{
    private readonly Requirement[] _all;

    /// <summary>Creates the table and gives each requirement its place.</summary>
    /// <param name="area">The id of the area.</param>
    /// <param name="all">The requirements.</param>
    public RequirementTable(string area, params Requirement[] all)
    {
        Area = area;
        _all = all;
        for (var i = 0; i < all.Length; i++) all[i].Enter(area, i);
    }

    /// <summary>The id of the area.</summary>
    public string Area { get; }

    /// <summary>The requirements.</summary>
    public IReadOnlyList<Requirement> All => _all;

    /// <summary>The requirement with an id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The requirement.</returns>
    public Requirement? Find(string id) => Array.Find(_all, r => r.Id == id);
}
