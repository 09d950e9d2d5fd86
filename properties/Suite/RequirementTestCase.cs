using IoSpec.Areas;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoSpec.Suite;

/// <summary>The test of one requirement: named by its id and sentence, with its id and area as traits.</summary>
public sealed class RequirementTestCase : SkippableFactTestCase
{
    /// <summary>For xunit, which fills in what was serialized.</summary>
    [Obsolete("Called by the deserializer only.", error: true)]
    public RequirementTestCase()
    {
    }

    /// <summary>The test of a requirement.</summary>
    /// <param name="diagnostics">Takes messages about the run.</param>
    /// <param name="display">How the test is named.</param>
    /// <param name="options">How that name is changed.</param>
    /// <param name="method">The method that is tested for every requirement.</param>
    /// <param name="requirement">The id of the requirement.</param>
    public RequirementTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method,
        string requirement)
        : base([typeof(Xunit.SkipException).FullName!], diagnostics, display, options, method, [requirement])
    {
    }

    /// <inheritdoc/>
    protected override void Initialize()
    {
        base.Initialize();
        if (TestMethodArguments is not [string id] || AreaCatalogue.FindRequirement(id) is not { } requirement) return;
        DisplayName = $"{TestMethod.TestClass.Class.Name}  {id}  {requirement.Statement}";
        Traits[RequirementTraits.Requirement] = [id];
        Traits[RequirementTraits.Area] = [requirement.Area];
    }
}
