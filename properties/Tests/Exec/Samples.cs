using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tests.Exec;

/// <summary>Cases for tests of the protocol.</summary>
internal static class Samples
{
    /// <summary>A case of an area.</summary>
    /// <param name="area">The id of the area.</param>
    /// <param name="capabilities">What the plug-in can do; null for everything.</param>
    public static (Configuration Configuration, IReadOnlyList<Operation> Operations) Of(
        string area, Capabilities? capabilities)
    {
        var sample = SampleCase.Of(AreaCatalogue.Find(area)!, capabilities, seed: 1, index: 200);
        return (sample.Configuration, sample.Operations);
    }
}
