using IoSpec.Areas;
using IoSpec.Engine;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoSpec.Suite;

/// <summary>Finds the requirements that a spec class is to be tested by.</summary>
/// <param name="diagnostics">Takes messages about the discovery.</param>
public sealed class EveryRequirementDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var area = AreaOf(testMethod.TestClass.Class.ToRuntimeType());
        foreach (var requirement in area.Requirements.All)
        {
            yield return new RequirementTestCase(
                diagnostics, discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, requirement.Id);
        }
    }

    /// <summary>The area that a spec class is about.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The area.</returns>
    internal static Area AreaOf(Type type)
    {
        for (var spec = type; spec is not null; spec = spec.BaseType)
        {
            if (spec.IsGenericType && spec.GetGenericTypeDefinition() == typeof(AreaSpec<,>))
                return AreaCatalogue.All.Single(area => area.Types.Configuration == spec.GenericTypeArguments[0]);
        }

        throw new SuiteException($"{type} is no spec of an area");
    }
}
