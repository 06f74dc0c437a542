// One function an engine: a browser of it, driven by its own WebDriver.

import { readFileSync } from 'node:fs';
import { Browser, Builder, Capabilities, logging } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import gecko from 'selenium-webdriver/firefox.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

// The same flags as the wasm tests have.
const FLAGS = new URL('../../webdriver.json', import.meta.url);

/** Sets the size of Chromium's viewport exactly; a window's own has a least width. */
export const viewport = (driver, width, height, deviceScaleFactor = 1) =>
  driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
    width, height, deviceScaleFactor, mobile: false,
  });

export async function chromium({ width, height, args }) {
  const flags = JSON.parse(readFileSync(FLAGS))['goog:chromeOptions'].args;
  const options = new chrome.Options();
  options.addArguments(...flags, `--window-size=${width},${height}`, ...args);
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  const driver = await new Builder()
    .withCapabilities(Capabilities.chrome())
    .forBrowser(Browser.CHROME)
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? 'chromedriver'))
    .build();
  await viewport(driver, width, height);
  return driver;
}

export function firefox({ width, height }) {
  const options = new gecko.Options();
  // Debian names it so; elsewhere the driver finds Firefox itself.
  if (process.env.FIREFOX) options.setBinary(process.env.FIREFOX);
  options.addArguments('-headless', `--width=${width}`, `--height=${height}`);
  return new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new gecko.ServiceBuilder(process.env.GECKODRIVER ?? 'geckodriver'))
    .build();
}

/** WebKitGTK's small browser, which the driver starts by itself, on a virtual screen. */
export async function webkit({ width, height }) {
  const service = new DriverService.Builder(process.env.WEBKITDRIVER ?? 'WebKitWebDriver')
    .setLoopback(true)
    .setEnvironment({
      ...process.env,
      // A test machine has no graphics card, and root no sandbox.
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    })
    .build();
  const driver = await new Builder()
    .usingServer(await service.start())
    .withCapabilities({ browserName: 'MiniBrowser' })
    .build();
  const quit = driver.quit.bind(driver);
  driver.quit = () => quit().finally(() => service.kill());
  await driver.manage().window().setRect({ width, height });
  return driver;
}
