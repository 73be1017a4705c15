# Reads the inputs, and checks that this process may install the role.
# Not yet run on a hosted runner.

function Read-SetupInput {
    $timeout = 0
    if (-not [int]::TryParse("$env:SETUP_RRAS_TIMEOUT", [ref] $timeout) -or $timeout -lt 1 -or $timeout -gt 86400) {
        Stop-Setup -Reason 'invalid-input' -Message "The input timeout must be whole seconds from 1 to 86400, but is '$env:SETUP_RRAS_TIMEOUT'."
    }
    if ("$env:SETUP_RRAS_REQUIRED" -cnotmatch '^(true|false)$') {
        Stop-Setup -Reason 'invalid-input' -Message "The input required must be true or false, but is '$env:SETUP_RRAS_REQUIRED'."
    }
    # Install-RemoteAccess decides which types exist: they depend on the version of Windows Server.
    if ("$env:SETUP_RRAS_VPN_TYPE" -notmatch '^[A-Za-z][A-Za-z0-9]*$') {
        Stop-Setup -Reason 'invalid-input' -Message "The input vpn-type must be a word such as Vpn, but is '$env:SETUP_RRAS_VPN_TYPE'."
    }
    return @{
        VpnType  = $env:SETUP_RRAS_VPN_TYPE
        Timeout  = $timeout
        Required = $env:SETUP_RRAS_REQUIRED -ceq 'true'
    }
}

function Assert-Administrator {
    $user = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    if (-not $user.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        Stop-Setup -Reason 'not-administrator' -Message 'Installing a role needs an elevated administrator, but this runner is not one.'
    }
}
