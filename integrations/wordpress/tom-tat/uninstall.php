<?php
/**
 * Leaves nothing behind.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'tom_tat' );
delete_option( 'tom_tat_unseen' );
delete_post_meta_by_key( '_tom_tat_card' );
delete_post_meta_by_key( '_tom_tat_omit' );
