using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>Random sequences leave exactly the mappings that were asked for.</summary>
public sealed class MappingSequenceTests
{
    private const int Sequences = 500;
    private const int Operations = 24;

    [Theory]
    [InlineData(FakeRegisters.Capability39, true, 0)]
    [InlineData(FakeRegisters.Capability39, true, 3)]
    [InlineData(FakeRegisters.Capability48 | FakeRegisters.CachingMode, true, 1)]
    [InlineData(FakeRegisters.Capability48, false, 2)]
    public void A_sequence_leaves_what_was_asked_for_and_nothing_stale_leads_elsewhere(
        ulong capability, bool queued, int delay)
    {
        for (var seed = 0; seed < Sequences; seed++)
        {
            var rig = new DriverRig(new FakeUnit(capability) { Delay = delay }, queued);
            var random = new SmallRandom(((ulong)delay << 32) | (uint)seed);
            new MappingSequence(rig, new OperationMix(random, rig.Configuration.Traits.AddressWidth))
                .Run(Operations, $"sequence {seed}");
        }
    }

    /// <summary>One sequence with what it is compared with.</summary>
    private sealed class MappingSequence
    {
        private readonly DriverRig _rig;
        private readonly OperationMix _mix;
        private readonly WorstCaches _caches;
        private readonly TableWalker _walker;
        private readonly SortedDictionary<DomainId, PlainMapping> _wanted = [];
        private readonly SortedDictionary<(DomainId Domain, ulong At), HashSet<ulong?>> _lately = [];
        private readonly List<string> _done = [];

        public MappingSequence(DriverRig rig, OperationMix mix)
        {
            (_rig, _mix) = (rig, mix);
            _caches = new WorstCaches(rig.Unit, rig.Levels) { Invalidated = Forget };
            _walker = new TableWalker(rig.Unit.Memory, rig.Levels);
            foreach (var domain in (ReadOnlySpan<DomainId>)[DriverRig.Blue, DriverRig.Red])
            {
                _wanted.Add(domain, new PlainMapping());
                foreach (var at in mix.Places) _lately.Add((domain, at), [null]);
                Do(new IommuOperation.CreateDomain(domain));
            }
        }

        public void Run(int operations, string name)
        {
            for (var i = 0; i < operations; i++)
            {
                try
                {
                    Do(_mix.Next());
                    Compare();
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"{name}:\n{string.Join('\n', _done)}\n{e.Message}", e);
                }
            }
        }

        private void Do(IommuOperation operation)
        {
            _done.Add(Printer.Line(operation));
            _rig.Unit.Log.Clear();
            var seen = _rig.Do(operation);
            if (seen is IommuObservation.Refused) Assert.Empty(_rig.Unit.Log);
            else if (seen is IommuObservation.Done) Want(operation);
            foreach (var ((domain, at), results) in _lately) results.Add(Now(domain, at));
        }

        private void Want(IommuOperation operation)
        {
            switch (operation)
            {
                case IommuOperation.Map map:
                    var (first, last) = Range(map.At, map.Pages);
                    _wanted[map.Domain].Map(new Stretch(first, last, map.To.Value, map.Allowed));
                    break;
                case IommuOperation.Unmap unmap:
                    (first, last) = Range(unmap.At, unmap.Pages);
                    _wanted[unmap.Domain].Unmap(first, last);
                    break;
                case IommuOperation.Protect protect:
                    (first, last) = Range(protect.At, protect.Pages);
                    _wanted[protect.Domain].Protect(first, last, protect.Allowed);
                    break;
                case IommuOperation.Restrict restrict:
                    var inside = (1ul << (int)restrict.Span) - 1;
                    first = restrict.At.Value & ~inside;
                    _wanted[restrict.Domain].Restrict(first, first | inside, restrict.Allowed);
                    break;
                case IommuOperation.DestroyDomain destroy:
                    _wanted[destroy.Domain].Clear();
                    break;
                default:
                    break;
            }
        }

        private void Compare()
        {
            var ring = VtdLayout.Reserved(_rig.Levels).First;
            foreach (var (domain, wanted) in _wanted)
            {
                Assert.Equal(wanted.All(), _walker.All(DriverRig.Top(domain), without: 510));
                Assert.Equal((VtdLayout.Ring.Value, Access.ReadWrite), _walker.Find(DriverRig.Top(domain), ring.Value));
            }

            Assert.Empty(_caches.Reused);
            foreach (var ((domain, at), results) in _lately)
                Assert.Subset(results, _caches.Find(DriverRig.Top(domain), at).ToHashSet());
        }

        // Whoever looks from now on finds what is there now, or what comes.
        private void Forget(DomainId? tag, ulong first, ulong last)
        {
            foreach (var ((domain, at), results) in _lately)
            {
                if ((tag is { } only && only != domain) || at < first || at > last) continue;
                results.Clear();
                results.Add(Now(domain, at));
            }
        }

        private ulong? Now(DomainId domain, ulong at) => _walker.Find(DriverRig.Top(domain), at)?.To;

        private static (ulong First, ulong Last) Range(Iova at, PageCount pages) =>
            (at.Value, at.Value + ((pages.Value << Page.Shift) - 1));
    }
}
