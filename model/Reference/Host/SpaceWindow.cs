using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Host;

/// <summary>Where the pages of a guest's address spaces are in its memory: eight of each, in their order.</summary>
public static class SpaceWindow
{
    private const ulong PagesOfSpace = 8;

    /// <summary>Which function's guest has the memory that an access landed in.</summary>
    /// <param name="landed">What was seen, in the words of the area <c>pasid</c>.</param>
    /// <returns>The function.</returns>
    public static FunctionId FunctionOf(PasidObservation.Landed landed) => new((byte)(landed.At.Value >> 24));

    /// <summary>Where in the guest's memory it landed.</summary>
    /// <param name="landed">What was seen.</param>
    /// <param name="guest">The guest.</param>
    /// <returns>The guest's physical address; memory that is too small has several pages at one place.</returns>
    public static Gpa At(PasidObservation.Landed landed, GuestShape guest)
    {
        var (space, at) = (landed.At.Value >> 16 & 0xff, landed.At.Value & 0xffff);
        var page = ((space * PagesOfSpace) + (at >> Page.Shift)) % guest.Pages.Value;
        return HostLayout.Memory.Plus((page * Page.Bytes) + (at % Page.Bytes));
    }
}
