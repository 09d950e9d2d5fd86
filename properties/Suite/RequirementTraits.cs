using IoSpec.Areas;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoSpec.Suite;

/// <summary>The traits of a test that is about a requirement: what <c>--filter Requirement=…</c> goes by.</summary>
public sealed class RequirementTraits : ITraitDiscoverer
{
    /// <summary>The trait that holds the id of the requirement.</summary>
    public const string Requirement = "Requirement";

    /// <summary>The trait that holds the id of its area.</summary>
    public const string Area = "Area";

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        foreach (var id in traitAttribute.GetConstructorArguments().OfType<string>())
        {
            yield return new(Requirement, id);
            if (AreaCatalogue.FindRequirement(id) is { } requirement) yield return new(Area, requirement.Area);
        }
    }
}
