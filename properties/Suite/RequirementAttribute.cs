using Xunit.Sdk;

namespace IoSpec.Suite;

/// <summary>The requirement that a test is about, as the traits <c>Requirement</c> and <c>Area</c>.</summary>
/// <param name="id">The id of the requirement, such as <c>IOMMU-INV-01</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
[TraitDiscoverer("IoSpec.Suite.RequirementTraits", "IoSpec.Suite")]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The id of the requirement.</summary>
    public string Id { get; } = id;
}
