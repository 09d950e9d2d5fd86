using Xunit;
using Xunit.Sdk;

namespace IoSpec.Suite;

/// <summary>Makes one test for every requirement of the area that a spec class is about.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("IoSpec.Suite.EveryRequirementDiscoverer", "IoSpec.Suite")]
public sealed class EveryRequirementAttribute : FactAttribute;
