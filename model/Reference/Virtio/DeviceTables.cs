using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What the pages of the bus are mapped to, and what they were mapped to before.</summary>
internal sealed class DeviceTables
{
    private readonly (int To, Access Access)[] _now = new (int, Access)[VirtioLayout.Pages];
    private readonly int[] _former = new int[VirtioLayout.Pages];

    public DeviceTables(VirtioConfiguration configuration)
    {
        Array.Fill(_now, (-1, Access.None));
        Array.Fill(_former, -1);
        for (var page = 0; page < VirtioLayout.Pages && configuration.HasTables(); page++)
        {
            if (configuration.Mode == PlatformMode.Identity) Set(page, page, Both);
            else if (page >= VirtioLayout.Shift) Set(page, page - VirtioLayout.Shift, Both);
            else if (configuration.RingsIdentity && page <= VirtioLayout.TablePage) Set(page, page, Both);
        }
    }

    private static Access Both => Access.Read | Access.Write;

    public void Set(int page, int to, Access access)
    {
        if (_now[page].To >= 0) _former[page] = _now[page].To;
        _now[page] = (to, access);
    }

    /// <summary>The page of memory that a page of the bus is mapped to; -1 for none.</summary>
    public (int To, Access Access) Of(int page) => page < 0 ? (-1, Access.None) : _now[page];

    /// <summary>The page that it was mapped to before; -1 for none.</summary>
    public int Former(int page) => page < 0 ? -1 : _former[page];
}
