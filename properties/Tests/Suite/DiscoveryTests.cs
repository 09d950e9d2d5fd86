using IoSpec.Contracts.Iommu;
using IoSpec.Suite;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoSpec.Tests.Suite;

/// <summary>What xunit finds: tests by requirement, with traits to filter by.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public void A_spec_has_one_test_for_every_requirement_of_its_area()
    {
        var tests = Discover(typeof(OptimizedIommuSpec));
        Assert.Equal(
            IommuRequirements.Table.All.Select(r => r.Id).Order(StringComparer.Ordinal),
            tests.Select(t => t.Traits["Requirement"].Single()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(tests, test =>
        {
            Assert.Equal(["iommu"], test.Traits["Area"], StringComparer.Ordinal);
            var requirement = IommuRequirements.Table.Find(test.Traits["Requirement"][0])!;
            Assert.Contains($"{requirement.Id}  {requirement.Statement}", test.DisplayName, StringComparison.Ordinal);
        });
        Assert.Equal(tests.Count, tests.Select(test => test.UniqueID).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    [Requirement("IOMMU-INV-01")]
    [Requirement("IOMMU-INV-02")]
    public void A_test_may_be_about_requirements()
    {
        var method = GetType().GetMethod(nameof(A_test_may_be_about_requirements))!;
        var traits = TraitHelper.GetTraits(method).Distinct().OrderBy(t => t.Value, StringComparer.Ordinal);
        Assert.Equal(
            [("Requirement", "IOMMU-INV-01"), ("Requirement", "IOMMU-INV-02"), ("Area", "iommu")],
            traits.Select(trait => (trait.Key, trait.Value)));
    }

    private static List<ITestCase> Discover(Type type)
    {
        using var found = new Found();
        using var discoverer = new XunitTestFrameworkDiscoverer(
            Reflector.Wrap(type.Assembly), new NoSource(), found);
        discoverer.Find(type.FullName, false, found, new Options());
        found.Complete.Wait(TimeSpan.FromSeconds(30));
        return found.Tests;
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }

    private sealed class NoSource : LongLivedMarshalByRefObject, ISourceInformationProvider
    {
        public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

        public void Dispose()
        {
        }
    }

    private sealed class Found : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        public List<ITestCase> Tests { get; } = [];

        public ManualResetEventSlim Complete { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage test) Tests.Add(test.TestCase);
            if (message is IDiscoveryCompleteMessage) Complete.Set();
            return true;
        }

        public void Dispose() => Complete.Dispose();
    }
}
