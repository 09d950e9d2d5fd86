using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>
/// The one judge of the area <c>virtio</c>: compares what was seen with what is allowed, and steps the state.
/// </summary>
public static class VirtioJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(VirtioState state, VirtioOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (seen is Unsupported unsupported)
        {
            verdicts.Violate(Cap01, "support", Deviation.Missing, "what is declared is done", unsupported.Reason);
            return After.Lost;
        }

        verdicts.Met(Cap01);
        switch (operation, seen)
        {
            case (VirtioOperation.Kick kick, VirtioObservation.Ran ran)
                when ran.Faults is not null == state.Configuration.KeepsRecords:
                return KickJudge.Judge(state, kick, ran, ref verdicts);
            case (VirtioOperation.ReadFeatures, VirtioObservation.Features features):
                return Features(state, features.Value, ref verdicts);
            case (VirtioOperation.ResetDevice, VirtioObservation.Status status):
                state.Model.Do(operation);
                state.Renew();
                return Reset(status.Value, ref verdicts);
            case (VirtioOperation.SetStatus set, VirtioObservation.Status status):
                return Status(state, set, status.Value, ref verdicts);
            case (VirtioOperation.Kick or VirtioOperation.ReadFeatures or VirtioOperation.ResetDevice
                or VirtioOperation.SetStatus, _):
                return Garbage(seen, ref verdicts);
            case (_, VirtioObservation.Done):
                state.Model.Do(operation);
                state.Note(operation);
                return After.Consistent;
            default:
                return Garbage(seen, ref verdicts);
        }
    }

    private static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(Live01, "observation", Deviation.WrongValue, "an answer to the operation", seen.ToString());
        return After.Lost;
    }

    private static After Features(VirtioState state, VirtioFeatures seen, ref Verdicts verdicts)
    {
        verdicts.Met(Neg03);
        if (seen == state.Configuration.Offered) return After.Consistent;
        var deviation = (seen & state.Configuration.Offered) == seen ? Deviation.Missing : Deviation.Extra;
        verdicts.Violate(Neg03, "features", deviation, $"{state.Configuration.Offered}", $"{seen}");
        return After.Lost;
    }

    private static After Reset(VirtioStatus seen, ref Verdicts verdicts)
    {
        verdicts.Met(Sta04);
        if (seen == VirtioStatus.None) return After.Consistent;
        verdicts.Violate(Sta04, "status", Deviation.Stale, "0", $"{seen}");
        return After.Lost;
    }

    private static After Status(
        VirtioState state, VirtioOperation.SetStatus set, VirtioStatus seen, ref Verdicts verdicts)
    {
        // NEEDS_RESET comes at any time, and goes with a reset alone.
        var model = state.Model;
        var settles = (set.Status & ~model.Status & VirtioStatus.FeaturesOk) != 0;
        var wasRefused = (seen & VirtioStatus.FeaturesOk) == 0;
        var mask = VirtioStatus.NeedsReset | (settles ? VirtioStatus.FeaturesOk : VirtioStatus.None);

        // Nobody says whether the rest of what is written is taken where FEATURES_OK is not.
        if (settles && wasRefused) mask |= set.Status & ~model.Status;
        verdicts.Met(Sta01);
        if ((seen & ~mask) != (set.Status & ~mask))
        {
            verdicts.Violate(Sta01, "status", Deviation.WrongValue, $"{set.Status}", $"{seen}");
            return After.Lost;
        }

        if (settles && verdicts.TakesEvidence)
        {
            verdicts.Cover(VirtioCoverpoints.Settled(
                state.Configuration.Mode, (model.Offered & VirtioFeatures.AccessPlatform) != 0,
                (model.Accepted & VirtioFeatures.AccessPlatform) != 0));
        }

        var isSettled = !settles || Settled(model, wasRefused, ref verdicts);
        if (!isSettled) model.DropPhantoms();
        model.Do(set);
        state.WasRefused |= settles && wasRefused;
        // Of a device that the driver has given up nothing is expected.
        var isGivenUp = (seen & VirtioStatus.NeedsReset) != (model.Status & VirtioStatus.NeedsReset)
            || (set.Status & VirtioStatus.Failed) != 0;
        state.IsOpen |= isGivenUp;
        state.OwesUsed |= isGivenUp;
        var differs = (seen ^ model.Status) & mask & ~VirtioStatus.NeedsReset;
        if (!isSettled) return differs != 0 ? After.Lost : After.Resynchronised;

        // What is left to the device is as it says.
        model.Adopt(differs);
        return After.Consistent;
    }

    private static bool Settled(DeviceModel model, bool wasRefused, ref Verdicts verdicts)
    {
        var phantom = model.Accepted & ~model.Offered;
        if (phantom != 0)
        {
            verdicts.Met(Neg01);
            if (wasRefused) return true;
            verdicts.Violate(Neg01, "status", Deviation.Extra, "FEATURES_OK is not set", $"accepted {phantom}");
            return false;
        }

        // A device may insist on what its platform needs; legacy devices are not judged here.
        const VirtioFeatures Needed = VirtioFeatures.AccessPlatform | VirtioFeatures.Version1;
        if ((model.Offered & ~model.Accepted & Needed) != 0) return true;
        verdicts.Met(Neg02);
        if (!wasRefused) return true;
        verdicts.Violate(Neg02, "status", Deviation.Missing, "FEATURES_OK", $"refused {model.Accepted}");
        return false;
    }
}
