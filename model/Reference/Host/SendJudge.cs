using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>Judges block stores, each by the judge of the area <c>zpci</c>.</summary>
internal static class SendJudge
{
    public static After Judge(
        HostState state, HostOperation.Send send, HostObservation.Sent seen, ref Verdicts verdicts)
    {
        if (seen.Ends.Count != send.Blocks) return HostJudge.Garbage(seen, ref verdicts);
        var after = After.Consistent;
        for (var i = 0; i < send.Blocks && after != After.Lost; i++)
        {
            var end = seen.Ends[i];
            var part = state.ZpciBench.Open(verdicts);
            var own = ZpciJudge.Judge(
                state.Device(send.Device).Ism!, Block.Of(send, i),
                new ZpciObservation.Ended(end.Check, end.Condition, end.Status, end.Log), ref part);
            state.ZpciBench.Close(part, HostRequirements.Ism01, ref verdicts);
            if (own > after) after = own;
        }

        return after;
    }
}
